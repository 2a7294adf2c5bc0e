#ifndef CBuiltinData_H
#define CBuiltinData_H

#endif
