-- expand: that every entry of the audit log names one of the actors
ALTER TABLE audit_entry VALIDATE CONSTRAINT audit_entry_actor_check;
