/**
 * Figures for the page 总览 and whoever shows single ones of them: what waits for whom, what became of applications, when a lot
 * will be live. Reads the tables and the engine's history; changes nothing.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "access :: services",
            "application",
            "application :: services",
            "channel",
            "masterdata :: services",
            "merchant",
            "process :: services",
            "sql",
            "words"
        })
package cn.citybrain.parking.onboarding.figures;

import org.springframework.modulith.ApplicationModule;
