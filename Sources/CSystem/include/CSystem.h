#ifndef CSystem_H
#define CSystem_H

#include "CSystemSockets.h"
#include "CSystemSpawn.h"

#endif
