/** The lots an application is meant for, and what the forms have to ask about a lot. Knows register and form. */
package cn.citybrain.parking.onboarding.application.lot;
