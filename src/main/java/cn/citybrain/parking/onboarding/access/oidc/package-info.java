/**
 * Login at a token server (OpenID Connect): off unless it is configured. Knows accounts and companies; claims become an
 * account here, by a mapping, and nothing else of the token server is believed.
 */
package cn.citybrain.parking.onboarding.access.oidc;
