/** Delegates, the external-task worker, listeners, correlation. With access and audit the only user of the engine's API. */
@ApplicationModule(
        allowedDependencies = {
            "merchant",
            "application",
            "document",
            "channel",
            "parking",
            "deduction",
            "notification",
            "access",
            "restore"
        })
package cn.citybrain.parking.onboarding.process;

import org.springframework.modulith.ApplicationModule;
