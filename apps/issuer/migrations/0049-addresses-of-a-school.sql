-- expand: whether an owner says that addresses at their mail domains, of which the provider does not say whether it verified them, are the school's own
ALTER TABLE sign_on ADD COLUMN verified_by_school boolean NOT NULL DEFAULT false;
