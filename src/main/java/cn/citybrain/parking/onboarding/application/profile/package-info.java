/**
 * The company profile (车场方资料) as forms see it: which places it has, how an application begins as a copy of it, what an
 * application offers back, and the page that keeps it. Knows drafts and below.
 */
package cn.citybrain.parking.onboarding.application.profile;
