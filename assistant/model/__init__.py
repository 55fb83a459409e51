"""A language model, where one was chosen: it words answers, each sentence checked before it is shown."""
