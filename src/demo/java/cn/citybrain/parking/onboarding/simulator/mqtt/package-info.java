/**
 * The MQTT broker between platform and lots. It knows its users from the password file that the platform keeps, as a
 * mosquitto would, and lets each lot read its own topics only.
 */
package cn.citybrain.parking.onboarding.simulator.mqtt;
