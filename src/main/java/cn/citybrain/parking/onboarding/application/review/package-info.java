/** The operating company accepts, returns field by field, or refuses. Knows the life of an application. */
package cn.citybrain.parking.onboarding.application.review;
