/**
 * Whose turn it is: what comes next for an application or a lot, until when, and whether it is late or stopped. Worked out of
 * facts, and said to each reader in the words that are theirs; the one place where that is said.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "access :: services",
            "application",
            "application :: services",
            "channel",
            "deduction",
            "deduction :: services",
            "merchant",
            "parking",
            "parking :: services"
        })
package cn.citybrain.parking.onboarding.turn;

import org.springframework.modulith.ApplicationModule;
