/** What the adapters without an SDK share: one HTTP client with deadlines, and bodies as bytes, because signatures are over those. */
package cn.citybrain.parking.onboarding.channel.wire;
