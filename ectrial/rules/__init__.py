"""The rule language of protocol files: a tree that evaluates facts to a truth, with its proof."""
