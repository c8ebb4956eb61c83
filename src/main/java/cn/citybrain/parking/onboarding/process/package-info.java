/** Delegates, the external-task worker, listeners, correlation. With access and audit the only user of the engine's API. */
package cn.citybrain.parking.onboarding.process;
