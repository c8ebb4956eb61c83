/** What was applied for: drafts, append-only revisions, remarks per field, and the API behind the forms. May know papers, merchants and who is asking. */
@ApplicationModule(
        allowedDependencies = {
            "document",
            "merchant",
            "change",
            "merchant :: profile",
            "channel",
            "channel :: *",
            "encryption",
            "access",
            "access :: services",
            "restore",
            "sql",
            "words"
        })
package cn.citybrain.parking.onboarding.application;

import org.springframework.modulith.ApplicationModule;
