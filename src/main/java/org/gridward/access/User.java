package org.gridward.access;

import java.util.Optional;
import java.util.Set;

/** One row of {@code access.users}; the version rises with every change of password, roles or jurisdiction. */
record User(
        String name,
        String passwordHash,
        Set<Role> roles,
        String jurisdiction,
        Optional<String> unit,
        boolean demo,
        long version) {

    SignedIn signedIn() {
        return new SignedIn(new Actor(name, roles, jurisdiction, unit), version);
    }
}
