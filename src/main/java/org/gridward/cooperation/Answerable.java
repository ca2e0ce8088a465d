package org.gridward.cooperation;

import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.responsibility.Departments;
import org.springframework.stereotype.Component;

/** Settles who answers for something: exactly one, a department by its code or a party by its name. */
@Component
class Answerable {

    /** One of the two is null. */
    record Body(String department, String party) {

        String word() {
            return department == null ? party : department;
        }
    }

    private final Departments departments;

    Answerable(Departments departments) {
        this.departments = departments;
    }

    /** @throws Problem 422 {@code responsible-missing}, {@code responsible-ambiguous} or {@code unknown-department} */
    Body require(String department, String party, String pointer) {
        String code = Given.optional(department, pointer + "/department", Given.NAME);
        String name = Given.optional(party, pointer + "/party", Given.NAME);
        if (code == null && name == null) {
            throw Given.refuse(
                    "responsible-missing",
                    pointer + "/department",
                    Fault.MISSING,
                    "somebody must answer for it: send department (a code) or party (a name)");
        }
        if (code != null && name != null) {
            throw Given.refuse(
                    "responsible-ambiguous",
                    pointer + "/party",
                    Fault.EITHER,
                    "one body answers for it: send department or party");
        }
        if (code != null) {
            departments.get(code, pointer + "/department");
        }
        return new Body(code, name);
    }

    /** @throws Problem 422 {@code unknown-department} */
    String department(String code, String pointer) {
        return departments.get(Given.text(code, pointer, Given.NAME), pointer).code();
    }
}
