/** The port to the payment channels, the registry of adapters, and the inbox of their callbacks. Knows nothing of merchants, lots' records or the engine. */
package cn.citybrain.parking.onboarding.channel;
