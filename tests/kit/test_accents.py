from app.kit.accents import unaccented


def test_accents_go_and_letters_of_their_own_stay() -> None:
    assert unaccented("Élysée, Jürgen, São, plain") == "Elysee, Jurgen, Sao, plain"
    assert unaccented("Bjørn") == "Bjørn"
