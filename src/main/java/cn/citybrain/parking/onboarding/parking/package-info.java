/** The City Brain parking interface between lots and platform: envelope, calls, stays, bills, access keys. What it must ask others goes through ports that it defines. */
package cn.citybrain.parking.onboarding.parking;
