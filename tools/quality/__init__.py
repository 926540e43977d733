"""How good Quotewire is: the scorer of quotes, our own gold, outside sets, and what goes wrong."""
