/** The port to the payment channels, the registry of adapters, and the inbox of their callbacks. Knows nothing of merchants, lots' records or the engine. */
@ApplicationModule(allowedDependencies = {"encryption", "plate", "sql", "words"})
package cn.citybrain.parking.onboarding.channel;

import org.springframework.modulith.ApplicationModule;
