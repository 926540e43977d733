from app.model.naming import readings


def test_a_name_is_read_as_written_turned_round_and_without_forms_of_address() -> None:
    assert readings("Lowe, Harriet") == ("lowe harriet", "harriet lowe")
    assert readings("Dr Harriet Lowe") == ("dr harriet lowe", "harriet lowe")
    assert readings("Lowe") == ("lowe",)


def test_a_list_of_names_is_not_turned_and_marks_are_no_name() -> None:
    assert readings("Lowe, Berg, Holm") == ("lowe berg holm",)
    assert readings("—") == ()
