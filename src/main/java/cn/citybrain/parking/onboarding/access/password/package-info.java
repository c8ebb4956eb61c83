/**
 * What a password has to be, and whether it is somebody's. Knows the engine's accounts, and nothing of web calls.
 */
package cn.citybrain.parking.onboarding.access.password;
