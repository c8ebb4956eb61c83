/** What auditors read: the whole story of every application, running and finished. Reads any table and changes none but its own; nobody reads it. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "access :: services",
            "application",
            "application :: services",
            "change",
            "channel",
            "channel :: *",
            "deduction",
            "deduction :: services",
            "document",
            "encryption",
            "figures :: services",
            "masterdata",
            "masterdata :: services",
            "merchant",
            "notification",
            "parking",
            "parking :: services",
            "plate",
            "process",
            "process :: services",
            "restore",
            "seal",
            "seal :: services",
            "sql",
            "words"
        })
package cn.citybrain.parking.onboarding.audit;

import org.springframework.modulith.ApplicationModule;
