/** Test vehicles, the check of a lot's record, deductions and refunds. The only place that moves money. */
@ApplicationModule(
        allowedDependencies = {
            "channel",
            "channel :: *",
            "merchant",
            "parking",
            "parking :: services",
            "encryption",
            "plate",
            "restore",
            "sql",
            "words"
        })
package cn.citybrain.parking.onboarding.deduction;

import org.springframework.modulith.ApplicationModule;
