"""Which network addresses may be connected to: those of the public internet alone.

After the IANA registries of special-purpose addresses for IPv4 and IPv6 (RFC 6890 and its updates). What clouds answer
their own machines at stands in them too (169.254.169.254, fd00:ec2::254, 100.100.100.200), but for one of Azure's.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_SPECIAL_4 = tuple(
    IPv4Network(block)
    for block in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",
        "100.64.0.0/10",  # carriers' own
        "127.0.0.0/8",
        "168.63.129.16/32",  # Azure's answers to its machines
        "169.254.0.0/16",  # link-local, with the metadata of most clouds
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",  # relays of 6to4
        "192.168.0.0/16",
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
_UNICAST_6 = IPv6Network("2000::/3")
_SPECIAL_6 = tuple(IPv6Network(block) for block in ("2001::/23", "2001:db8::/32", "3fff::/20"))
_TRANSLATED = IPv6Network("64:ff9b::/96")  # NAT64


def is_public(address: str) -> bool:
    """Whether an address as digits is of the public internet. An IPv4 address inside an IPv6 one is what counts then.

    False for whatever is no address: a name is resolved first.
    """
    try:
        found = ip_address(address)
    except ValueError:
        return False
    inner = found if isinstance(found, IPv4Address) else _carried(found)
    if inner is not None:
        return not any(inner in block for block in _SPECIAL_4)
    return found in _UNICAST_6 and not any(found in block for block in _SPECIAL_6)


def _carried(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that a mapped, 6to4 or NAT64 address leads to."""
    if address in _TRANSLATED:
        return IPv4Address(address.packed[-4:])
    return address.ipv4_mapped or address.sixtofour
