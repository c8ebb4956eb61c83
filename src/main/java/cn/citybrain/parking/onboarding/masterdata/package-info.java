/** Companies, lots and vendors as the operating company keeps them (主数据): pages, checks, and what a change sets in motion. The facts themselves are merchant's to read; they are written here. */
@ApplicationModule(
        allowedDependencies = {
            "merchant",
            "access",
            "access :: services",
            "application",
            "application :: services",
            "channel",
            "change",
            "encryption",
            "notification",
            "sql",
            "words"
        })
package cn.citybrain.parking.onboarding.masterdata;

import org.springframework.modulith.ApplicationModule;
