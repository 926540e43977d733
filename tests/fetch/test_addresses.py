from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.fetch.addresses import is_public

PRIVATE = [
    *("127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"),
    *("169.254.169.254", "100.64.0.1", "100.100.100.200", "168.63.129.16", "192.0.0.192", "198.18.0.1"),
    *("192.0.2.1", "198.51.100.7", "203.0.113.9", "192.88.99.1", "224.0.0.1", "239.255.255.250", "240.0.0.1"),
    *("255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1", "fd00:ec2::254", "ff02::1"),
    *("::ffff:127.0.0.1", "::ffff:a9fe:a9fe", "::ffff:0:127.0.0.1", "::127.0.0.1", "2002:7f00:1::", "2002:a9fe:a9fe::"),
    *("64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::8.8.8.8", "2001::1", "2001:db8::1", "3fff::1", "100::1"),
    *("", "localhost", "127.1", "0x7f000001", "2130706433", "0177.0.0.1", "[::1]"),
]
PUBLIC = ["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"]


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not_of_the_public_internet_is_refused_however_it_is_written(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", [*PUBLIC, "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::"])
def test_what_is_public_is_let_through_also_inside_an_ipv6_address(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(v=4) | st.ip_addresses(v=6).filter(lambda found: found.packed[0] != 0))
def test_nothing_is_public_that_the_standard_library_knows_to_be_private(found: IPv4Address | IPv6Address) -> None:
    if found.is_loopback or found.is_link_local or found.is_multicast or found.is_unspecified or found.is_reserved:
        assert not is_public(str(found))


@given(st.ip_addresses(v=4))
def test_an_address_inside_another_is_judged_by_itself(found: IPv4Address) -> None:
    wrapped = [f"::ffff:{found}", f"64:ff9b::{found}", f"2002:{int(found) >> 16:x}:{int(found) & 0xFFFF:x}::"]
    assert {is_public(str(ip_address(one))) for one in wrapped} == {is_public(str(found))}
