#ifndef CSystem_H
#define CSystem_H

#include "CSystemSockets.h"

#endif
