"""The stage: what the projector shows, painted from one immutable `StageView`."""
