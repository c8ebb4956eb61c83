/** What lots are told: outboxes, delivery over MQTT until a lot confirms. Knows keys; reads no reports. */
package cn.citybrain.parking.onboarding.parking.message;
