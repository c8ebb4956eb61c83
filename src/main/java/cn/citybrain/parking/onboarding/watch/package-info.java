/**
 * What the product tells those who run it: meters for Prometheus, and health of what works in the background. Reads tables and
 * asks others how they are; never names a person, a lot or an application.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "channel",
            "channel :: *",
            "deduction",
            "notification",
            "process :: services",
            "sql"
        })
package cn.citybrain.parking.onboarding.watch;

import org.springframework.modulith.ApplicationModule;
