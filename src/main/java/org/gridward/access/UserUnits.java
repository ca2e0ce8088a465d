package org.gridward.access;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which patrol unit a user is. */
@Component
public class UserUnits {

    private final Users users;

    UserUnits(Users users) {
        this.users = users;
    }

    /** The unit of a user by name, as it was some seconds ago; empty for one that is no unit, and for nobody's name. */
    public Optional<String> find(String userName) {
        return users.findRecent(userName).flatMap(User::unit);
    }
}
