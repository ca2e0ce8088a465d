package org.gridward.access.web;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.access.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the caller who it is. */
@RestController
class MeController {

    /** The signed-in user: {@code jurisdiction} is a grid code or {@code *} for the whole city. */
    record Me(String name, Set<Role> roles, String jurisdiction, String unit) {}

    private final CurrentUser currentUser;

    MeController(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    @GetMapping("/api/v1/me")
    Me me() {
        Actor actor = currentUser.get();
        Optional<String> unit = actor.unit();
        return new Me(actor.name(), new TreeSet<>(actor.roles()), actor.jurisdiction(), unit.orElse(null));
    }
}
