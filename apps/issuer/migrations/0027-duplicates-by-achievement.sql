-- expand: what is done when a person has a badge of the achievement already and the request does not say; null where the achievement does not either
ALTER TABLE achievement ADD COLUMN on_duplicate text;
