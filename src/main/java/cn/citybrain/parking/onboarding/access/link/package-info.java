/**
 * One-time links that go out by mail: a token that only its bearer has, valid for a while, used once; and how often somebody
 * may ask for one. Knows of an account only its id.
 */
package cn.citybrain.parking.onboarding.access.link;
