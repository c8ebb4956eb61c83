/** The parking company (车场方), its lots, receiving accounts (收款账户), lot bindings and vendor assignments: the facts that outlive a process. Knows neither the engine nor channels; a channel is a code here. */
@ApplicationModule(allowedDependencies = {"encryption", "plate", "sql", "words"})
package cn.citybrain.parking.onboarding.merchant;

import org.springframework.modulith.ApplicationModule;
