//! Joins the rooms into use cases: what the window and the command line may ask.
