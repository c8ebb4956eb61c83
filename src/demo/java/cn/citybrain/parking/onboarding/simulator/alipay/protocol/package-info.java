/**
 * The open platform's gateway: reads and checks a request, words a refusal, signs answers and notifications (node
 * text first, RSA2, form and multipart), with cryptography from the JDK alone. It knows neither signing nor parking.
 */
package cn.citybrain.parking.onboarding.simulator.alipay.protocol;
