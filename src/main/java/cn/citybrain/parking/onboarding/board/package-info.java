/** The readiness board: every lot at every channel, what it waits for and who acts next; one lot's page with what its vendor and the supervisors do there; and the frame of our pages. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "access :: services",
            "application",
            "application :: services",
            "channel",
            "channel :: *",
            "deduction",
            "deduction :: services",
            "merchant",
            "notification",
            "parking",
            "parking :: services",
            "plate",
            "process :: services",
            "restore",
            "turn",
            "words"
        })
package cn.citybrain.parking.onboarding.board;

import org.springframework.modulith.ApplicationModule;
