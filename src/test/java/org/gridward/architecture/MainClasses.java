package org.gridward.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The compiled classes that the walls look at. */
final class MainClasses {

    static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.gridward");

    /** Classes made to break the rules, so that each rule shows that it can fail. */
    static final JavaClasses FIXTURE = new ClassFileImporter().importPackages("org.gridward.architecture.fixture");

    private MainClasses() {}
}
