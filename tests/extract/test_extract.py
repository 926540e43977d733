import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.extract import extract
from app.model.article import Article, ArticleKind
from app.model.findings import Analysis
from app.model.mention import EntityKind, Mention, MentionKind
from tests.language import pipeline


def article(body: str, title: str = "", language: str | None = None) -> Article:
    return Article(kind=ArticleKind.ARTICLE, title=title, body=body, language=language)


def mentions(body: str, title: str = "") -> dict[str, Mention]:
    """The last mention under each surface."""
    return {m.surface: m for m in extract(article(body, title), pipeline()).mentions}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Coast Guard Director Helen Marsh met the crew.", "Helen Marsh", "Coast Guard Director"),
        ("Norwegian Fisheries Minister Knut Solberg met the crew.", "Knut Solberg", "Norwegian Fisheries Minister"),
        ("Bergen Mayor Ola Berg met the crew.", "Ola Berg", "Bergen Mayor"),
        ("Secretary of State Helen Marsh met the crew.", "Helen Marsh", "Secretary of State"),
        ("Minister of Works Chidi Okafor met the crew.", "Chidi Okafor", "Minister of Works"),
        ("Knut Solberg, leader of the boatmen's union in Bergen, met the crew.", "Knut Solberg",
         "leader of the boatmen's union in Bergen"),
        ("The ferry left, said the spokesman of the Danish premier, Lars Holm.", "Lars Holm",
         "spokesman of the Danish premier"),
        ("He wrote to the President of Estonia, Mart Kask, in May.", "Mart Kask", "President of Estonia"),
    ],
)  # fmt: skip
def test_roles_are_printed_with_a_name(text: str, name: str, role: str) -> None:
    found = mentions(text)[name]
    assert [r.text for r in found.roles] == [role]
    assert found.roles[0].span.of(text) == role
    assert found.entity_kind is EntityKind.PERSON


@pytest.mark.parametrize(
    "text",
    [
        "The wife of the president, Ana Silva, met the crew.",
        "The crew met the president, Ana Silva and Lars Holm.",
        "His counterpart Ana Silva met the crew.",
    ],
)
def test_a_phrase_that_may_be_anothers_is_no_role(text: str) -> None:
    assert mentions(text)["Ana Silva"].roles == ()


def test_short_names_take_the_fullest_form() -> None:
    found = mentions("Helen Marsh met the crew. Later Marsh's deputy left.", title="Marsh meets crew")
    assert found["Marsh"].name == "Helen Marsh"


def test_titles_and_possessives_are_no_part_of_a_name() -> None:
    found = mentions("They read President Helen Marsh's letter to Dr. Lars Holm.")
    assert {"Helen Marsh", "Lars Holm"} <= set(found)


def test_nationalities_are_adjectives_of_their_country() -> None:
    found = mentions("Belgian farmers met Canadians.")
    assert (found["Belgian"].kind, found["Belgian"].name) == (MentionKind.ADJECTIVE, "Belgium")
    assert (found["Canadians"].entity_kind, found["Canadians"].name) == (EntityKind.PLACE, "Canada")


def test_a_name_before_a_headlines_quotation_is_a_person() -> None:
    assert mentions("The valley is dry.", title='Obrecht: "We shall stay"')["Obrecht"].entity_kind is EntityKind.PERSON


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The mayor of Kiev, Vera Honchar, did not say when the heating would return.", EntityKind.PERSON),
        ("Vera Honchar, the mayor of Kiev, did not say when the heating would return.", EntityKind.PERSON),
        ("The chairman of the bank, Vera Honchar, did not say when it would open.", EntityKind.ORGANISATION),
    ],
)
def test_apposed_to_an_office_a_name_is_a_persons(text: str, kind: EntityKind) -> None:
    assert mentions(text)["Vera Honchar"].entity_kind is kind


def test_initials_are_spelt_out() -> None:
    found = mentions("The Harbour Safety Board (HSB) met in May. The HSB said nothing.")
    assert found["HSB"].name == "Harbour Safety Board"


def test_initials_of_one_organisation_are_spelt_out_without_brackets() -> None:
    found = mentions("The Harbour Safety Board met in May. Officials of the HSB said nothing.")
    assert found["HSB"].name == "Harbour Safety Board"


def test_initials_of_two_organisations_are_left_alone() -> None:
    text = "The Harbour Safety Board and the Highland Schools Board met. Officials of the HSB said nothing."
    assert mentions(text)["HSB"].name == "HSB"


def test_a_name_right_behind_a_noun_for_a_body_is_an_organisations() -> None:
    found = mentions("The plan was praised by homelessness charity Harbour as overdue.")
    assert found["Harbour"].entity_kind is EntityKind.ORGANISATION


@pytest.mark.parametrize("mark", ["\u2060", "\u200b", "\ufeff"])
def test_invisible_marks_are_no_part_of_a_name(mark: str) -> None:
    assert "Mara Holt" in mentions(f"They met on Friday. {mark}Mara Holt said the ferry left.")


@pytest.mark.parametrize("title", ["Cllr", "Datuk", "Mallam"])
def test_forms_of_address_are_no_part_of_a_name(title: str) -> None:
    assert "Peter Lowe" in mentions(f"{title} Peter Lowe said the ferry left.")


def test_other_languages_are_left_alone() -> None:
    assert extract(article("Helen Marsh besuchte Bergen.", language="de"), pipeline()) == Analysis(
        tokens=(), mentions=()
    )


WORDS = st.sampled_from(
    [
        "Helen Marsh",
        "said",
        '"',
        "“",
        "”",
        "'",
        "he",
        "the",
        "Mayor",
        ",",
        ".",
        "\n\n",
        "Belgian",
        "🙂",
        "\x00",
        "שלום",
        ":",
    ]
)


@settings(max_examples=60)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join)))
def test_any_text_gives_exact_spans_and_the_same_answer_twice(body: str) -> None:
    subject = article(body)
    found = extract(subject, pipeline())
    assert found == extract(subject, pipeline())
    assert all(subject.text[t.start : t.end] == t.text for t in found.tokens)
    assert all(m.span.of(subject.text) == m.surface for m in found.mentions)
    ends = [0, *(m.span.end for m in found.mentions)]
    assert all(end <= m.span.start for end, m in zip(ends, found.mentions, strict=False))


def test_a_lone_surname_with_an_office_after_it_is_a_persons() -> None:
    found = mentions("Brandl, the spokesman of the Orvanian president, said the report was being studied.")
    assert found["Brandl"].entity_kind is EntityKind.PERSON
    assert [role.text for role in found["Brandl"].roles] == ["spokesman of the Orvanian president"]


def test_a_comma_parts_two_names_that_nothing_ties() -> None:
    found = mentions("According to Hale, Holm had shouted at the guards.")
    assert {"Hale", "Holm"} <= set(found)


def test_letters_after_a_name_are_no_part_of_it() -> None:
    found = mentions("Marguerite Oyelaran KC said the claim was false. Oyelaran left.")
    assert found["Marguerite Oyelaran"].name == found["Oyelaran"].name == "Marguerite Oyelaran"


def test_an_inhabitant_is_no_name() -> None:
    found = extract(article("The Frenchman said no warning had been given."), pipeline()).mentions
    assert [(m.surface, m.kind) for m in found] in ([], [("Frenchman", MentionKind.ADJECTIVE)])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shopkeeper Anil Bhandari said he had to sit down.", "Anil Bhandari"),
        ("Police spokesman ASP Ibrahim Gani said the road was shut.", "Ibrahim Gani"),
        ("Works Minister Datuk Seri Dr Hamid Salleh said the road was safe.", "Hamid Salleh"),
        ("Tan Sri Rashid Harun said he was well.", "Rashid Harun"),
        ("Harbour Adviser Brig Gen (retd) M. R. Khandaker said the ferry was old.", "M. R. Khandaker"),
        ("Minister for Ports Oona Brennan said the fees would stay.", "Oona Brennan"),
        ("Ms Brennan - speaking at a meeting on Monday - said the road was shut.", "Brennan"),
        ("Robert Brennan BL said no letter had come.", "Robert Brennan"),
    ],
)
def test_a_name_is_without_what_stands_around_it(text: str, name: str) -> None:
    found = [m for m in mentions(text).values() if m.kind is MentionKind.NAME]
    assert [(m.surface, m.entity_kind) for m in found] == [(name, EntityKind.PERSON)]


@pytest.mark.parametrize("text", ["Friends said he was kind.", "MPs asked for the papers.", "A local GP said no."])
def test_a_common_noun_is_no_name(text: str) -> None:
    assert mentions(text) == {}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Alliance Convenor Deepa Rathi met farmers. The Convenor has accused the state.", "Convenor"),
        ("The Comptroller-General, Mr. Ade Bello, said the port was busy.", "Comptroller-General"),
    ],
)
def test_a_title_is_no_name(text: str, title: str) -> None:
    assert title not in mentions(text)


def test_initials_in_brackets_tell_where_a_name_begins() -> None:
    found = mentions("The Riggers and Coopers Union (RCU) met in May. The RCU said nothing.")
    assert found["Riggers and Coopers Union"].name == found["RCU"].name == "Riggers and Coopers Union"


def test_a_given_name_and_a_surname_alone_tell_a_person() -> None:
    found = mentions("Lachlan Penrose made 70. Penrose said he had been lucky.")
    assert found["Penrose"].name == "Lachlan Penrose"
    assert found["Lachlan Penrose"].entity_kind is EntityKind.PERSON
