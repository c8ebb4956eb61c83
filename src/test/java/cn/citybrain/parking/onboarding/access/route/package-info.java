/**
 * The matrix role × route: every address that the platform has mapped is called as everybody, and what each of them is
 * answered stands in {@code access/routes.txt} and {@code access/engine-routes.txt}. An address without a line there fails.
 */
package cn.citybrain.parking.onboarding.access.route;
