"""Publication in the bulletin: a decision of its own (BIP-2), taken on findings and by a person."""
