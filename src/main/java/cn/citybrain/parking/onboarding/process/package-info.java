/** Delegates, the external-task worker, listeners, correlation. With access and audit the only user of the engine's API. */
@ApplicationModule(
        allowedDependencies = {
            "merchant",
            "masterdata",
            "application",
            "application :: services",
            "document",
            "channel",
            "channel :: *",
            "parking",
            "parking :: services",
            "deduction",
            "deduction :: services",
            "notification",
            "access",
            "access :: services",
            "restore",
            "sql",
            "turn",
            "words"
        })
package cn.citybrain.parking.onboarding.process;

import org.springframework.modulith.ApplicationModule;
