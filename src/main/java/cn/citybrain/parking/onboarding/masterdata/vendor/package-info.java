/** The technical vendors: what is entered, its checks, and how one is made, changed and deactivated. Knows no lots. */
package cn.citybrain.parking.onboarding.masterdata.vendor;
